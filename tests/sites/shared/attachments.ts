/** Files that the author attached, with the blob addresses of their previews. */
import { type ChangeEvent, useCallback, useRef, useState } from "react";

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
  const onChange = useCallback(
    (event: ChangeEvent<HTMLInputElement>) => {
      const files = [...(event.target.files ?? [])];
      event.target.value = "";
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
  const remove = useCallback((id: number) => {
    setItems((old) => old.filter((item) => item.id !== id));
  }, []);
  const clear = useCallback(() => setItems([]), []);
  return { items, onChange, remove, clear };
}
