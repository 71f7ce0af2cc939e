/** The newer kind of dialog: a native one, shown so that the rest of the page is inert. */
import { type ReactNode, useEffect, useRef } from "react";
import { label } from "../shared/labels";

export function SduiDialog({
  screen,
  onClose,
  children,
}: {
  screen: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} data-testid="dialog" className="_1a2b3c4d" onCancel={onClose}>
      <div data-sdui-screen={`com.linkedin.sdui.flagshipnav.${screen}`}>
        <button type="button" className="_9f8e7d6c" aria-label={label("close")} onClick={onClose}>
          <svg id="close-medium" width="16" height="16" aria-hidden="true">
            <path d="M3 3L13 13M13 3L3 13" stroke="currentColor" strokeWidth="2" />
          </svg>
        </button>
        {children}
      </div>
    </dialog>
  );
}
