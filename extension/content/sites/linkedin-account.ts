/** Who is signed in on LinkedIn, and what their own profile says. */
import { firstOf, firstWords, wordsOf } from "../dom";
import selectors from "./selectors/linkedin.json";

interface Member {
  handle?: string;
  display_name?: string;
}

const SLUG = /\/in\/([^/?#]+)/;

let inData: Member | undefined;

/** From the navigation of the older pages, or from the data that the newer ones carry. */
export function member(): Member {
  const [photo] = firstOf(document, selectors.account.photo);
  const [link] = firstOf(document, selectors.account.link);
  const name = photo?.getAttribute("alt")?.trim() || (link && wordsOf(link));
  const handle = slugIn(link?.getAttribute("href") ?? "");
  inData ??= memberInData();
  return { ...inData, ...(name ? { display_name: name } : {}), ...(handle ? { handle } : {}) };
}

export function ownProfile(): { handle: string; bio: string } | undefined {
  const shown = slugIn(location.pathname);
  if (!shown || /\/edit\//.test(location.pathname)) return undefined;
  const { handle } = member();
  const proof = firstOf(document, selectors.own_profile.proof)[0]?.getAttribute("href") ?? "";
  if (shown !== handle && shown !== slugIn(proof)) return undefined;
  const about = firstWords(document, selectors.own_profile.about);
  if (about === undefined) return undefined;
  const headline = firstWords(document, selectors.own_profile.headline);
  return { handle: handle ?? shown, bio: headline ? `${headline}\n${about}` : about };
}

function slugIn(address: string): string | undefined {
  const slug = SLUG.exec(address)?.[1];
  return slug && decodeURIComponent(slug);
}

function memberInData(): Member | undefined {
  for (const code of document.querySelectorAll(selectors.account.data.join(","))) {
    const data = code.textContent ?? "";
    if (!data.includes("com.linkedin.voyager.common.Me")) continue;
    const first = stringIn(data, "firstName");
    const last = stringIn(data, "lastName");
    const handle = stringIn(data, "publicIdentifier");
    const name = [first, last].filter(Boolean).join(" ");
    return { ...(handle ? { handle } : {}), ...(name ? { display_name: name } : {}) };
  }
  return undefined;
}

function stringIn(data: string, key: string): string | undefined {
  const found = new RegExp(`"${key}":\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(data)?.[1];
  return found && String(JSON.parse(found));
}
