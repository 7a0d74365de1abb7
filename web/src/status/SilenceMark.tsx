import type { ReactNode } from "react";

import "./status.css";

export type Silence = "silent" | "due" | "contributed";

const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.8 } as const;
const round = { strokeLinecap: "round", strokeLinejoin: "round" } as const;

/** A bubble without words, crossed out; an empty one that still has time; one that waits. */
const shapes: Record<Silence, ReactNode> = {
    silent: (
        <>
            <path d="M1.5 2.2h13v9h-7l-3.4 3v-3H1.5z" {...line} {...round} />
            <path d="M2 15L14.5.8" {...line} {...round} />
        </>
    ),
    due: <path d="M1.5 2.2h13v9h-7l-3.4 3v-3H1.5z" {...line} {...round} strokeDasharray="2.4 2.4" />,
    contributed: (
        <>
            <path d="M1.5 2.2h13v9h-7l-3.4 3v-3H1.5z" {...line} {...round} />
            <path d="M4.8 6.7h.1M8 6.7h.1M11.2 6.7h.1" {...line} {...round} strokeWidth={2.2} />
        </>
    ),
};

/** The shape that stands beside the word, so that silence is told without its colour. */
export function SilenceMark({ of }: { of: Silence }) {
    return (
        <svg className="silence-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            {shapes[of]}
        </svg>
    );
}
