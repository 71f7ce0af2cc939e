/** The fields of a poll under a post: two to four choices of 25 characters. */
import { label } from "../shared/labels";

interface Props {
  options: string[];
  onChange: (options: string[]) => void;
  onRemove: () => void;
}

export function PollFields({ options, onChange, onRemove }: Props) {
  return (
    <div className="poll">
      {options.map((option, index) => (
        <input
          // biome-ignore lint/suspicious/noArrayIndexKey: the choices have no identity but their place
          key={index}
          type="text"
          name={`Choice${index + 1}`}
          maxLength={25}
          placeholder={`${label("choice")} ${index + 1}`}
          value={option}
          onChange={(event) => onChange(options.map((old, at) => (at === index ? event.target.value : old)))}
        />
      ))}
      {options.length < 4 && (
        <button type="button" className="plain" onClick={() => onChange([...options, ""])}>
          +
        </button>
      )}
      <button type="button" className="plain danger" onClick={onRemove}>
        {label("discard")}
      </button>
    </div>
  );
}
