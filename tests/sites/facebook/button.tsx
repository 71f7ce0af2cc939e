/** Facebook's buttons are `div`s with a role; disabled ones say so in ARIA alone. */
import type { ReactNode } from "react";

interface Props {
  label: string;
  className?: string;
  disabled?: boolean;
  onPress: (event: Event) => void;
  children?: ReactNode;
  /** Further attributes, such as those of the action bar. */
  marks?: Record<`data-${string}` | `aria-${string}`, string>;
}

export function Button({ label, className = "button", disabled = false, onPress, children, marks }: Props) {
  return (
    <div
      role="button"
      aria-label={label}
      tabIndex={disabled ? -1 : 0}
      aria-disabled={disabled || undefined}
      className={className}
      onClick={(event) => {
        if (!disabled) onPress(event.nativeEvent);
      }}
      onKeyDown={(event) => {
        if (disabled || event.target !== event.currentTarget || (event.key !== "Enter" && event.key !== " ")) return;
        event.preventDefault();
        onPress(event.nativeEvent);
      }}
      {...marks}
    >
      {children ?? <span>{label}</span>}
    </div>
  );
}
