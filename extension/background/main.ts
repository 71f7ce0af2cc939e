import { loadChecker } from "../shared/checker-module";
import { readLists } from "../shared/directory/lists";
import { parsePictureRequest, parseToBackground } from "../shared/parse";
import { loadSettings, onSettings } from "../shared/settings";
import { createBadges } from "./badge";
import { reachCard } from "./command";
import { forgetOldDecisions, keepDecision } from "./decisions";
import { createHost } from "./host";
import { keepManaged } from "./managed";
import { keepOwnBio } from "./own-bio";
import { greet, openOptions } from "./pages";
import { judgePicture } from "./pictures";
import { fromContentScript } from "./sender";

/**
 * The background: a service worker in Chromium, an event page in Firefox. Both
 * are stopped when idle and started by an event, so every listener is set here,
 * at once, and nothing in memory is counted on to last.
 */

const host = createHost(loadChecker, loadSettings, readLists);
const badges = createBadges();
const managed = keepManaged(loadChecker);

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === "checker" && fromContentScript(port.sender)) host.serve(port);
});

chrome.runtime.onMessage.addListener((value: unknown, sender) => {
  if (!fromContentScript(sender)) return;
  const message = parseToBackground(value);
  if (message === undefined) return;
  switch (message.type) {
    case "badge":
      badges.show(message, sender);
      break;
    case "decision":
      void keepDecision(message, sender.tab);
      break;
    case "own-bio":
      void keepOwnBio(message, sender.tab);
      break;
    case "open-options":
      void openOptions(message.first === true);
      break;
  }
});

chrome.runtime.onMessage.addListener((value: unknown, sender, answer) => {
  const request = fromContentScript(sender) ? parsePictureRequest(value) : undefined;
  if (request === undefined) return false;
  void judgePicture(request, loadChecker).then(answer);
  return true;
});

chrome.tabs.onRemoved.addListener((tab) => badges.forget(tab));
chrome.commands.onCommand.addListener((command, tab) => void reachCard(command, tab));
chrome.runtime.onInstalled.addListener((details) => {
  void managed.then(() => greet(details.reason));
  void forgetOldDecisions();
});
chrome.runtime.onStartup.addListener(() => void forgetOldDecisions());
onSettings(() => host.forget(), new AbortController().signal);
