import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, Outlet, useLocation } from "react-router-dom";

import { addressOf } from "../data/request";
import { LanguageSwitch } from "../language/LanguageSwitch";
import { PlaceLink, usePlace } from "../moment/PlaceLink";
import { useMoment } from "../moment/useMoment";
import { CrashNotice } from "./CrashNotice";
import { ExerciseBanner } from "./ExerciseBanner";
import { Loading } from "./Loading";
import "./frame.css";

const pages = [
    { to: "/", name: "nav.board" },
    { to: "/plan", name: "nav.plan" },
    { to: "/journal", name: "nav.journal" },
    { to: "/method", name: "nav.method" },
] as const;

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

export function Frame() {
    const { t } = useTranslation();
    const place = usePlace();
    const moment = useMoment();
    const { pathname } = useLocation();
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
                    <nav aria-label={t("nav.label")}>
                        {pages.map(({ to, name }) => (
                            <NavLink key={to} to={place(to)} end={to === "/"}>
                                {t(name)}
                            </NavLink>
                        ))}
                    </nav>
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
                        <a
                            href={addressOf("/targets", {
                                as_of: moment.asOf,
                                recorded_by: moment.recordedBy,
                            })}
                        >
                            {t("footer.data")}
                        </a>
                    </p>
                </div>
            </footer>
        </>
    );
}
