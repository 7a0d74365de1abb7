import type { ReactNode } from "react";

interface Props {
    words: ReactNode;
    children: ReactNode;
    open?: boolean;
    /** What is past stays folded on paper too, unless somebody opened it. */
    isPast?: boolean;
    className?: string;
}

/** What not everybody needs: folded on the screen, open on paper. */
export function Fold({ words, children, open = false, isPast = false, className = "" }: Props) {
    return (
        <details className={`fold ${isPast ? "" : "prints"} ${className}`} open={open}>
            <summary>{words}</summary>
            {children}
        </details>
    );
}
