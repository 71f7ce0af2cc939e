import type { Person } from "./people";

/** A round picture without a picture: initials on a colour. */
export function Avatar({ of, size = 40 }: { of: Person; size?: number }) {
  const initials = of.name
    .split(" ")
    .map((word) => word[0])
    .slice(0, 2)
    .join("");
  return (
    <span
      className="avatar"
      aria-hidden="true"
      style={{ background: of.colour, width: size, height: size, fontSize: size * 0.38 }}
    >
      {initials}
    </span>
  );
}
