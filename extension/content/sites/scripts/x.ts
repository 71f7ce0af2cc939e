import { start } from "../../main";
import { site } from "../x";

start(site);
