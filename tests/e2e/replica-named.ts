import { type Replica, replicas } from "../sites/index";

export function replicaNamed(name: string): Replica {
  const found = replicas.find((replica) => replica.name === name);
  if (found === undefined) throw new Error(`no replica is called ${name}`);
  return found;
}
