import "../shared/base.css";
import "./facebook.css";
import { render } from "react-dom";
import { App } from "./app";

render(<App />, document.getElementById("react-root"));
