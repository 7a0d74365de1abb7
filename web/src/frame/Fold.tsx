import type { ReactNode } from "react";

interface Props {
    words: ReactNode;
    children: ReactNode;
    open?: boolean;
    className?: string;
}

/** What not everybody needs: folded on the screen, open on paper. */
export function Fold({ words, children, open = false, className = "" }: Props) {
    return (
        <details className={`fold prints ${className}`} open={open}>
            <summary>{words}</summary>
            {children}
        </details>
    );
}
