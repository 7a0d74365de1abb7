import "./styles/index.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./App";
import { startLanguage } from "./language/i18n";
import { openForPrint } from "./frame/openForPrint";

const page = document.getElementById("page");
if (page === null) throw new Error("index.html has no element with the id page");

openForPrint();
await startLanguage();
createRoot(page).render(
    <StrictMode>
        <App />
    </StrictMode>,
);
