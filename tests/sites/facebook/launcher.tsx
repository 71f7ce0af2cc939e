/** The bar that opens the post dialog. */
import { useState } from "react";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { Button } from "./button";
import { PostDialog, type PostDialogProps } from "./post-dialog";

interface Props extends Omit<PostDialogProps, "onClose"> {
  /** What Facebook calls this part of the page. */
  pagelet: string;
}

export function Launcher({ pagelet, ...dialog }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div data-pagelet={pagelet} className="card launcher">
      <a href="#me" aria-label={dialog.as.name}>
        <Avatar of={dialog.as} />
      </a>
      <Button label={label("whatIsOnYourMind")} className="pill" onPress={() => setOpen(true)} />
      {open && <PostDialog {...dialog} onClose={() => setOpen(false)} />}
    </div>
  );
}
