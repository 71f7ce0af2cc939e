/** LinkedIn's own attribute, which is no standard one. */
import "react";

declare module "react" {
  interface HTMLAttributes<T> {
    componentkey?: string;
  }
}
