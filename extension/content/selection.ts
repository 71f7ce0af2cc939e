/** The selection that reaches into the tree of a node. Only Chromium gives shadow roots one of their own. */
export function selectionOf(node: Node): Selection | null {
  const root = node.getRootNode() as Node & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? document.getSelection();
}
