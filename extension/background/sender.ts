/** Whether this comes from our own content script in a tab, and from nobody else. */
export function fromContentScript(sender: chrome.runtime.MessageSender | undefined): boolean {
  return sender?.id === chrome.runtime.id && sender.tab?.id !== undefined;
}
