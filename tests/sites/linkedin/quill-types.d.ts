/** Quill 1 comes without types; the replicas use what both versions have in common. */
declare module "quill1" {
  const Quill: unknown;
  export default Quill;
}
