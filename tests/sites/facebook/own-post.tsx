/** A post of the account's own, with the menu that leads to the edit dialog. */
import { useState } from "react";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { me } from "../shared/people";
import { Button } from "./button";
import { OWN_POST } from "./own-post-text";
import { PostDialog } from "./post-dialog";
import { Published } from "./story";

export function OwnPost() {
  const [menu, setMenu] = useState(false);
  const [editing, setEditing] = useState(false);
  return (
    <div role="article" className="card story">
      <div className="author">
        <Avatar of={me} />
        <b>{me.name}</b>
        <Button
          label={label("more")}
          className="round"
          marks={{ "aria-haspopup": "menu" }}
          onPress={() => setMenu(!menu)}
        >
          ⋯
        </Button>
        {menu && (
          <div role="menu" className="menu">
            <div
              role="menuitem"
              tabIndex={0}
              onClick={() => {
                setMenu(false);
                setEditing(true);
              }}
            >
              {label("editPost")}
            </div>
          </div>
        )}
      </div>
      <Published text={OWN_POST} />
      {editing && (
        <PostDialog
          as={me}
          surface="edit"
          starts={OWN_POST}
          submitLabel="save"
          audience
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  );
}
