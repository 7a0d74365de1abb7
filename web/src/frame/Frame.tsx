import { Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, Outlet, useLocation } from "react-router-dom";

import { addressOf } from "../data/request";
import { LanguageSwitch } from "../language/LanguageSwitch";
import { PlaceLink, usePlace } from "../moment/PlaceLink";
import { useMoment, type Moment } from "../moment/useMoment";
import { CrashNotice } from "./CrashNotice";
import { ExerciseBanner } from "./ExerciseBanner";
import { Loading } from "./Loading";
import "./frame.css";

const pages = [
    { to: "/", name: "nav.board" },
    { to: "/plan", name: "nav.plan" },
    { to: "/working-plan", name: "nav.working" },
    { to: "/council", name: "nav.council" },
    { to: "/money", name: "nav.money" },
    { to: "/programmes", name: "nav.programmes" },
    { to: "/statistics", name: "nav.statistics" },
    { to: "/diagnosis", name: "nav.diagnosis" },
    { to: "/journal", name: "nav.journal" },
    { to: "/method", name: "nav.method" },
] as const;

/** Where the answers of a page come from, as JSON; the scoreboard's where a page has none. */
const sources: Record<string, string> = {
    "/plan": "/plan",
    "/working-plan": "/working-plan",
    "/council": "/council",
    "/money": "/funding",
    "/programmes": "/programmes",
    "/diagnosis": "/diagnosis",
    "/statistics/quality": "/quality",
    "/statistics/forecasts": "/statistics/forecasts",
    "/journal": "/journal",
};

/** A new page begins at its top, and a screen reader hears its heading. */
function useArrival(): void {
    const { pathname } = useLocation();
    const arrived = useRef(pathname);
    useEffect(() => {
        if (arrived.current === pathname) return;
        arrived.current = pathname;
        window.scrollTo(0, 0);
        document.getElementById("content")?.focus({ preventScroll: true });
    }, [pathname]);
}

/** A programme has an answer of its own, a target's is named by its page, and statistics speak SDMX. */
function sourceOf(pathname: string, search: string, moment: Moment): string {
    if (pathname === "/statistics/forecast") return `/api/v1/statistics/forecast${search}`;
    const [, page = "", agency, flow] = pathname.split("/");
    if (page === "statistics" && sources[pathname] === undefined)
        return agency === undefined || flow === undefined
            ? "/sdmx/v2/structure/dataflow"
            : `/sdmx/v2/data/dataflow/${agency}/${flow}/~/*${moment.asOf === undefined ? "" : `?asOf=${encodeURIComponent(moment.asOf)}`}`;
    const source = sources[pathname] ?? (page === "programmes" ? pathname : "/targets");
    return addressOf(source, { as_of: moment.asOf, recorded_by: moment.recordedBy });
}

/** On a narrow screen the pages are folded behind the name of the one that is open. */
function Pages() {
    const { t } = useTranslation();
    const place = usePlace();
    const { pathname } = useLocation();
    const [open, setOpen] = useState(false);
    useEffect(() => setOpen(false), [pathname]);
    const here = pages.find(({ to }) => to !== "/" && pathname.startsWith(to));
    const name = here?.name ?? (pathname === "/" ? "nav.board" : undefined);
    return (
        <>
            <button
                type="button"
                className="nav-toggle"
                aria-expanded={open}
                aria-controls="pages"
                onClick={() => setOpen(!open)}
            >
                <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                    <path d="M1 3.5h14M1 8h14M1 12.5h14" />
                </svg>
                <span>{t("nav.label")}</span>
                {name !== undefined && <span className="nav-here">{t(name)}</span>}
            </button>
            <nav id="pages" aria-label={t("nav.label")} data-open={open || undefined}>
                {pages.map(({ to, name: label }) => (
                    <NavLink key={to} to={place(to)} end={to === "/"}>
                        {t(label)}
                    </NavLink>
                ))}
            </nav>
        </>
    );
}

export function Frame() {
    const { t } = useTranslation();
    const moment = useMoment();
    const { pathname, search } = useLocation();
    useArrival();
    return (
        <>
            <a className="skip-link" href="#content">
                {t("skip")}
            </a>
            <header className="frame-header">
                <div className="frame-row">
                    <PlaceLink to="/" className="brand">
                        <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                            <rect width="32" height="32" rx="7" />
                            <path d="M7 23h18M9 18l5-5 4 4 6-8" />
                        </svg>
                        <span>{t("name")}</span>
                    </PlaceLink>
                    <Pages />
                    <LanguageSwitch />
                </div>
            </header>
            <ExerciseBanner />
            <main id="content" tabIndex={-1}>
                <CrashNotice key={pathname}>
                    <Suspense fallback={<Loading />}>
                        <Outlet />
                    </Suspense>
                </CrashNotice>
            </main>
            <footer className="frame-footer">
                <div className="frame-row">
                    <p>{t("footer.text")}</p>
                    <p>
                        <a href={sourceOf(pathname, search, moment)}>{t("footer.data")}</a>
                    </p>
                </div>
            </footer>
        </>
    );
}
