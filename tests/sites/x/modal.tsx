/** A layer above the page that keeps the focus; the page behind it stays mounted. */
import { type ReactNode, useRef } from "react";
import { useFocusTrap } from "../shared/focus-trap";
import { label } from "../shared/labels";

export function Modal({
  title,
  onClose,
  head,
  children,
}: {
  title: string;
  onClose: () => void;
  head?: ReactNode;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDivElement>(null);
  useFocusTrap(dialog);
  return (
    <div className="layer">
      <div data-testid="mask" className="mask" />
      <div
        ref={dialog}
        role="dialog"
        aria-modal="true"
        aria-label={title}
        className="dialog"
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
        }}
      >
        <div className="dialog-head">
          <button
            type="button"
            className="tool"
            data-testid="app-bar-close"
            aria-label={label("close")}
            onClick={onClose}
          >
            ✕
          </button>
          {head}
        </div>
        {children}
      </div>
    </div>
  );
}
