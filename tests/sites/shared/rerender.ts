/**
 * Parents that mount their children anew while somebody types, as the live sites do.
 * Put `surroundings` as key on what stands around an editor, `editor` on the editor itself.
 */
import { useCallback, useRef, useState } from "react";
import { switches } from "./switches";

/** Often enough that a short sentence meets it several times. */
const INPUTS_BETWEEN = 5;

export interface Rerender {
  surroundings: number;
  editor: number;
  onInput: () => void;
  onAttach: () => void;
}

export function useRerender(): Rerender {
  const inputs = useRef(0);
  const [surroundings, setSurroundings] = useState(0);
  const [editor, setEditor] = useState(0);
  const onInput = useCallback(() => {
    if (!switches.rerenders) return;
    inputs.current += 1;
    if (inputs.current % INPUTS_BETWEEN === 0) setSurroundings((n) => n + 1);
  }, []);
  const onAttach = useCallback(() => {
    if (!switches.rerenders) return;
    setSurroundings((n) => n + 1);
    setEditor((n) => n + 1);
  }, []);
  return { surroundings, editor, onInput, onAttach };
}
