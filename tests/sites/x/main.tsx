import "draft-js/dist/Draft.css";
import "../shared/base.css";
import "./x.css";
import { render } from "react-dom";
import { App } from "./app";

render(<App />, document.getElementById("react-root"));
