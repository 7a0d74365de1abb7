import type { ReactNode } from "react";

interface Props {
    /** What is in it, for those who do not see it. */
    of: string;
    children: ReactNode;
}

/** The frame of a table that may be wider than the page; it is reached and moved by keyboard too. */
export function Scrolls({ of, children }: Props) {
    return (
        <div className="scrolls" role="group" aria-label={of} tabIndex={0}>
            {children}
        </div>
    );
}
