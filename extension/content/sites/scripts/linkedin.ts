import { start } from "../../main";
import { site } from "../linkedin";

start(site);
