/** The pictures and videos that wait to be posted. */
import type { Attached } from "../shared/attachments";
import { label } from "../shared/labels";

export function Previews({ items, onRemove }: { items: Attached[]; onRemove: (id: number) => void }) {
  if (items.length === 0) return null;
  return (
    <div data-testid="attachments" className="previews">
      {items.map((item) => (
        <div key={item.id} role="group" className="preview">
          {item.kind === "video" ? (
            <video src={item.url} controls muted />
          ) : (
            <img src={item.url} alt="" draggable={false} />
          )}
          <button type="button" className="remove" aria-label={label("removeMedia")} onClick={() => onRemove(item.id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
