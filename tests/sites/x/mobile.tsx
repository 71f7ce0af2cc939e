/** The plain field that stands for the editor on small screens. */
import { ContentState, EditorState } from "draft-js";
import { label } from "../shared/labels";

interface Props {
  testId: string;
  state: EditorState;
  onChange: (state: EditorState) => void;
}

export function MobileHolder({ testId, state, onChange }: Props) {
  return (
    <textarea
      className="mobile-holder"
      data-testid={testId}
      aria-label={label("postText")}
      placeholder={label("whatIsHappening")}
      value={state.getCurrentContent().getPlainText("\n")}
      onChange={(event) => onChange(EditorState.createWithContent(ContentState.createFromText(event.target.value)))}
    />
  );
}
