/** The card of a web address: it comes once the address is followed by a space and stays when the address goes. */
import { useEffect, useState } from "react";
import { addressesIn } from "../shared/entities";
import { label } from "../shared/labels";
import { Button } from "./button";

export interface LinkCardState {
  address: string | undefined;
  dismiss: () => void;
}

export function useLinkCard(text: string): LinkCardState {
  const [address, setAddress] = useState<string>();
  const [dismissed, setDismissed] = useState<string>();
  useEffect(() => {
    const found = addressesIn(text).find(({ end, text: one }) => /\s/.test(text[end] ?? "") && one !== dismissed);
    if (found) setAddress(found.text);
  }, [text, dismissed]);
  return {
    address,
    dismiss: () => {
      setDismissed(address);
      setAddress(undefined);
    },
  };
}

export function LinkCard({ card }: { card: LinkCardState }) {
  if (!card.address) return null;
  return (
    <div className="link-card">
      <a href={card.address} target="_blank" rel="noreferrer">
        {card.address}
      </a>
      <Button label={label("discard")} className="round remove" onPress={card.dismiss}>
        ✕
      </Button>
    </div>
  );
}
