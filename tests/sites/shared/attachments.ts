/** Files that the author attached, with the blob addresses of their previews. */
import { type ChangeEvent, type ClipboardEvent, type DragEvent, useCallback, useMemo, useRef, useState } from "react";

export interface Attached {
  id: number;
  name: string;
  kind: "image" | "video" | "document";
  url: string;
}

export interface Attachments {
  items: Attached[];
  /** For the change event of a file input; empties the input after reading, as the sites do. */
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  /** For what is around the text: files that are pasted or dropped there are attached too. */
  gestures: {
    onPasteCapture: (event: ClipboardEvent) => void;
    onDragOverCapture: (event: DragEvent) => void;
    onDropCapture: (event: DragEvent) => void;
  };
  remove: (id: number) => void;
  clear: () => void;
}

function kindOf(file: File): Attached["kind"] {
  if (file.type.startsWith("image/")) return "image";
  return file.type.startsWith("video/") ? "video" : "document";
}

export function useAttachments(limit: number, onAttach: () => void): Attachments {
  const next = useRef(0);
  const [items, setItems] = useState<Attached[]>([]);
  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file) => ({
        id: next.current++,
        name: file.name,
        kind: kindOf(file),
        url: URL.createObjectURL(file),
      }));
      setItems((old) => [...old, ...added].slice(0, limit));
      onAttach();
    },
    [limit, onAttach],
  );
  const onChange = useCallback(
    (event: ChangeEvent<HTMLInputElement>) => {
      const files = [...(event.target.files ?? [])];
      event.target.value = "";
      add(files);
    },
    [add],
  );
  const gestures = useMemo(() => {
    // The editor must not take files for text.
    const take = (event: ClipboardEvent | DragEvent, from: DataTransfer) => {
      const files = [...from.files];
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      add(files);
    };
    return {
      onPasteCapture: (event: ClipboardEvent) => take(event, event.clipboardData),
      onDragOverCapture: (event: DragEvent) => event.preventDefault(),
      onDropCapture: (event: DragEvent) => take(event, event.dataTransfer),
    };
  }, [add]);
  const remove = useCallback((id: number) => {
    setItems((old) => old.filter((item) => item.id !== id));
  }, []);
  const clear = useCallback(() => setItems([]), []);
  return { items, onChange, gestures, remove, clear };
}
