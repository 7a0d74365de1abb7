import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Status } from "../data/types";
import { labelOf } from "../language/words";
import "./status.css";

const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.8 } as const;
const cut = { fill: "none", stroke: "var(--paper)", strokeWidth: 2 } as const;
const round = { strokeLinecap: "round", strokeLinejoin: "round" } as const;

/** One shape each, so that a status is told without its colour. */
const shapes: Record<Status, ReactNode> = {
    met: (
        <>
            <circle cx="8" cy="8" r="7.5" fill="currentColor" />
            <path d="M4.6 8.4l2.4 2.4 4.5-5" {...cut} {...round} />
        </>
    ),
    on_track: (
        <>
            <circle cx="8" cy="8" r="7.5" fill="currentColor" />
            <path d="M4.5 8h6.6M8.4 5.2L11.2 8l-2.8 2.8" {...cut} {...round} />
        </>
    ),
    at_risk: (
        <>
            <path d="M8 .8L15.6 15H.4z" fill="currentColor" />
            <path d="M8 6v4M8 12.4v.2" {...cut} {...round} />
        </>
    ),
    off_track: (
        <>
            <path d="M8 .2L15.8 8 8 15.8.2 8z" fill="currentColor" />
            <path d="M8 4.6v6M5.6 8.4L8 10.8l2.4-2.4" {...cut} {...round} />
        </>
    ),
    missed: (
        <>
            <rect x=".8" y=".8" width="14.4" height="14.4" rx="1.5" fill="currentColor" />
            <path d="M5 5l6 6M11 5l-6 6" {...cut} {...round} />
        </>
    ),
    overdue: (
        <>
            <circle cx="8" cy="8" r="6.8" {...line} strokeWidth={2.2} />
            <path d="M8 4.4V8l2.6 2" {...line} {...round} />
        </>
    ),
    no_data: <circle cx="8" cy="8" r="6.6" {...line} strokeDasharray="2.6 2.6" />,
    not_due: <circle cx="8" cy="8" r="6.6" {...line} />,
    not_asked: (
        <>
            <path d="M1.5 2.2h13v9h-7l-3.4 3v-3H1.5z" {...line} {...round} />
            <path d="M5 6.7h6" {...line} {...round} />
        </>
    ),
    cannot_judge: (
        <>
            <rect x="1.2" y="1.2" width="13.6" height="13.6" rx="1.5" {...line} />
            <path d="M6 6.2a2 2 0 1 1 2.8 1.8c-.6.3-.8.6-.8 1.2M8 11.7v.1" {...line} {...round} />
        </>
    ),
};

export function StatusShape({ status }: { status: Status }) {
    return (
        <svg
            className="status-shape"
            data-status={status}
            viewBox="0 0 16 16"
            aria-hidden="true"
            focusable="false"
        >
            {shapes[status]}
        </svg>
    );
}

interface Props {
    status: Status;
    large?: boolean;
}

export function StatusMark({ status, large = false }: Props) {
    const { t } = useTranslation();
    return (
        <span className="status-mark" data-status={status} data-large={large || undefined}>
            <StatusShape status={status} />
            <span>{t(`status.${status}`, labelOf(status))}</span>
        </span>
    );
}
