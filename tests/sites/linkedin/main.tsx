import "quill/dist/quill.core.css";
import "../shared/base.css";
import "./linkedin.css";
import { render } from "react-dom";
import { switches } from "../shared/switches";
import { App } from "./app";
import { mountOutlet } from "./interop";

if (switches.generation === "interop") mountOutlet();
render(<App />, document.getElementById("react-root"));
