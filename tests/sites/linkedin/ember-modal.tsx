/** The older kind of dialog. */
import { type ReactNode, useRef } from "react";
import { useFocusTrap } from "../shared/focus-trap";
import { label } from "../shared/labels";

interface Props {
  id: string;
  className: string;
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

export function EmberModal({ id, className, title, onClose, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useFocusTrap(root);
  return (
    <div className="artdeco-modal-overlay" data-test-modal-id={id}>
      <div
        ref={root}
        role="dialog"
        tabIndex={-1}
        className={`artdeco-modal ${className}`}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
        }}
      >
        <button
          type="button"
          className="artdeco-modal__dismiss"
          data-test-modal-close-btn="true"
          aria-label={label("close")}
          onClick={onClose}
        >
          <svg id="close-medium" width="16" height="16" aria-hidden="true">
            <path d="M3 3L13 13M13 3L3 13" stroke="currentColor" strokeWidth="2" />
          </svg>
        </button>
        {title}
        {children}
      </div>
    </div>
  );
}
