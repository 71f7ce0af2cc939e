/** Facebook's dialogs: several may stand in the page at once, only the upper one to be seen. */
import { type ReactNode, useRef } from "react";
import { useFocusTrap } from "../shared/focus-trap";
import { label } from "../shared/labels";
import { Button } from "./button";

interface Props {
  title: string;
  onClose: () => void;
  /** A dialog under another stays mounted and cannot be seen. */
  hidden?: boolean;
  children: ReactNode;
}

export function Dialog({ title, onClose, hidden = false, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useFocusTrap(root, !hidden);
  return (
    <div className="layer" hidden={hidden}>
      <div
        ref={root}
        role="dialog"
        aria-label={title}
        className="dialog"
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
        }}
      >
        <div className="dialog-head">
          <h2>{title}</h2>
          <Button label={label("close")} className="round" onPress={onClose}>
            ✕
          </Button>
        </div>
        {children}
      </div>
    </div>
  );
}

/** Dialogs that the page keeps about without ever showing them. */
export function HiddenDialogs() {
  return (
    <div hidden>
      <div role="dialog" aria-label={label("messages")}>
        <div role="textbox" contentEditable suppressContentEditableWarning />
      </div>
      <div role="dialog" aria-label={label("more")} />
    </div>
  );
}

export function LoadingDialog() {
  return (
    <div className="layer">
      <div role="dialog" aria-label={label("checking")} className="dialog">
        <div role="progressbar" className="loading">
          {label("checking")}
        </div>
      </div>
    </div>
  );
}
