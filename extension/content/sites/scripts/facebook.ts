import { start } from "../../main";
import { site } from "../facebook";

start(site);
