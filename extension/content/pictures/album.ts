/**
 * The pictures of one box: those that the author gave it, and those that its preview shows.
 *
 * What the preview shows is what goes with the post. A given file is the better copy, so a preview that shows it takes
 * its verdict; one that shows no given file is judged by its own pixels. Nothing is kept but size, verdict and a small
 * copy, and that only while the box lives.
 */
import type { Attachment, LogoVerdict } from "../../shared/records";
import { type Size, sameShape } from "../../shared/size";
import type { ShownAttachment } from "../sites/site";
import { judge } from "./judge";
import { type Look, lookAt, ready, unlikeness } from "./look";

/** Above this a preview shows another picture than the file: what scaling and coding change stays far below. */
const OTHER_PICTURE = 6;
/** Files remembered of one box; sites take up to ten or so at once. */
const MOST_FILES = 30;
/** How long one step may take, in milliseconds. */
const PATIENCE = 10_000;

/** A picture as the card shows it. */
export interface LogoPicture extends Size {
  /** Tells it from all others. */
  id: number;
  thumbnail: CanvasImageSource;
  quad?: LogoVerdict["quad"];
}

interface Picture {
  id: number;
  /** Of a film only what it shows at rest is looked at, so nobody waits for it and nothing is missed without it. */
  film: boolean;
  state: "waiting" | "judged" | "failed";
  seen?: Pick<Look, "size" | "thumbnail" | "print">;
  verdict?: LogoVerdict;
  done: Promise<void>;
}

interface Given extends Picture {
  looked: Promise<void>;
  /** A preview has shown it. */
  shown: boolean;
}

export interface Album {
  /** The author gave these to the box. */
  give(files: readonly File[]): void;
  /** What goes with the draft, with what is known of its pictures. */
  attachments(shown: readonly ShownAttachment[]): Attachment[];
  /** Whether a picture that goes with the draft is still being looked at, or could not be. */
  has(state: "waiting" | "failed"): boolean;
  /** When all that go with the draft now are judged or failed. */
  settled(): Promise<unknown>;
  /** The post went: what no preview has shown went with it. */
  posted(): void;
  /** Those with this verdict. */
  pictures(outcome: string): LogoPicture[];
}

let ids = 0;
/** One picture at a time in a frame: ten at once must not make the page wait. */
let queue: Promise<unknown> = Promise.resolve();

/** `onFound` is called when a picture that may show the logo comes to be known, `onChange` after every verdict. */
export function createAlbum(onFound: () => void, onChange: () => void, signal: AbortSignal): Album {
  let given: Given[] = [];
  let previews = new Map<string, Picture>();
  /** Files that stand for themselves, while no preview has been seen. */
  let alone: Given[] = [];
  const told = new Set<number>();

  function start(work: (picture: Picture) => Promise<void>, film = false): Picture {
    const picture: Picture = { id: ++ids, film, state: "waiting", done: Promise.resolve() };
    picture.done = work(picture)
      .catch(() => {
        picture.state = "failed";
      })
      .then(() => {
        if (signal.aborted) return;
        const { id, verdict } = picture;
        if (verdict !== undefined && verdict.outcome !== "absent" && !told.has(id)) onFound();
        told.add(id);
        onChange();
      });
    return picture;
  }

  /** Each step waits for its turn. */
  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const late = () => new Promise<never>((_, reject) => setTimeout(reject, PATIENCE, new Error("late")));
    const turn = queue.then(() => (signal.aborted ? Promise.reject(signal.reason) : Promise.race([step(), late()])));
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function keep(picture: Picture, look: Look): Promise<void> {
    const { size, thumbnail, print } = look;
    picture.seen = { size, thumbnail, print };
    picture.verdict = await judge(look);
    picture.state = "judged";
  }

  function take(file: File): Given {
    let looked: Promise<void> = Promise.resolve();
    const picture = start((mine) => {
      const work = inTurn(async () => {
        const look = await lookAt(file);
        mine.seen = look;
        return look;
      });
      looked = work.then(
        () => undefined,
        () => undefined,
      );
      return work.then((look) => inTurn(() => keep(mine, look)));
    });
    return Object.assign(picture, { looked, shown: false });
  }

  async function follow(picture: Picture, element: HTMLImageElement | HTMLVideoElement): Promise<void> {
    await Promise.all([ready(element), ...given.map(({ looked }) => looked)]);
    const only = onlyOne(element);
    const look = only === undefined ? await inTurn(() => lookAt(element)).catch(() => undefined) : undefined;
    const file = only ?? (look === undefined ? unread(element) : twin(look));
    if (file !== undefined) {
      file.shown = true;
      await file.done;
      picture.id = file.id;
      if (file.seen) picture.seen = file.seen;
      if (file.verdict) picture.verdict = file.verdict;
      picture.state = file.state;
    } else if (look === undefined) {
      picture.state = "failed";
    } else {
      await inTurn(() => keep(picture, look));
    }
  }

  /** Where one file alone can be meant, the preview need not be decoded once more, which is work on the page's thread. */
  function onlyOne(element: HTMLImageElement | HTMLVideoElement): Given | undefined {
    if (!(element instanceof HTMLImageElement) || [...previews.values()].filter(isWaiting).length > 1) return undefined;
    const { naturalWidth, naturalHeight } = element;
    const alike = given.filter(
      ({ shown, seen }) => !shown && seen?.size.width === naturalWidth && seen.size.height === naturalHeight,
    );
    return alike.length === 1 ? alike[0] : undefined;
  }

  /** The given file that a preview shows; of several alike the one that no other preview has shown yet. */
  function twin({ size, print }: Look): Given | undefined {
    return given
      .flatMap((file) => {
        if (file.shown || file.seen === undefined || !sameShape(file.seen.size, size)) return [];
        const apart = unlikeness(file.seen.print, print);
        return apart <= OTHER_PICTURE ? [{ file, apart }] : [];
      })
      .sort((a, b) => a.apart - b.apart)[0]?.file;
  }

  /** For a preview that the page may not read: the site's own copy of a file, told by its shape alone. */
  function unread(element: Element): Given | undefined {
    if (!(element instanceof HTMLImageElement) || element.naturalWidth === 0) return undefined;
    const size = { width: element.naturalWidth, height: element.naturalHeight };
    const alike = given.filter(({ seen }) => seen !== undefined && sameShape(seen.size, size));
    return alike.find(({ shown }) => !shown) ?? alike.at(-1);
  }

  const attached = (): Picture[] => (previews.size > 0 ? [...previews.values()] : alone);

  return {
    give(files) {
      const taken = files.map(take);
      given = [...given, ...taken].slice(-MOST_FILES);
      if (previews.size === 0) alone = [...alone, ...taken];
      onChange();
    },
    attachments(shown) {
      const now = new Map<string, Picture>();
      const attachments = shown.map(({ shownBy, ...attachment }): Attachment => {
        if (shownBy === undefined) return attachment;
        const source = shownBy.currentSrc || shownBy.src;
        const picture =
          previews.get(source) ??
          now.get(source) ??
          start((mine) => follow(mine, shownBy), shownBy instanceof HTMLVideoElement);
        now.set(source, picture);
        return judged(attachment, picture);
      });
      previews = now;
      if (now.size > 0) alone = [];
      return [...attachments, ...alone.map((picture) => judged({ kind: "image", own_file: true }, picture))];
    },
    has: (state) => attached().some((picture) => picture.state === state && !picture.film),
    settled: () => Promise.all(attached().map(({ film, done }) => film || done)),
    posted() {
      alone = [];
    },
    pictures: (outcome) =>
      attached().flatMap(({ id, seen, verdict }) =>
        seen && verdict?.outcome === outcome
          ? [{ id, ...seen.size, thumbnail: seen.thumbnail, quad: verdict.quad }]
          : [],
      ),
  };
}

function isWaiting({ state }: Picture): boolean {
  return state === "waiting";
}

function judged(attachment: Attachment, { verdict }: Picture): Attachment {
  return verdict === undefined ? attachment : { ...attachment, logo: verdict };
}
