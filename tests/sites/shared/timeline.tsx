/** What was published, for people to see; the newest first. */
import { useEffect, useState } from "react";
import { onPosted, type Posted } from "./posted";

export function useTimeline(): Posted[] {
  const [posted, setPosted] = useState<Posted[]>([...window.__posted]);
  useEffect(() => onPosted((all) => setPosted([...all])), []);
  return [...posted].reverse();
}

/** The words of a post, whatever its shape. */
export function wordsOf(post: Posted): string[] {
  if (post.parts) return post.parts;
  if (post.fields) return Object.entries(post.fields).map(([name, value]) => `${name}: ${value}`);
  return [post.text ?? ""];
}

export function Footer() {
  return <footer className="replica-footer">replica for tests</footer>;
}
