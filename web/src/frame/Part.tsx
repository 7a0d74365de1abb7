import type { ReactNode } from "react";

interface Props {
    id: string;
    title: string;
    hint?: string | undefined;
    children: ReactNode;
}

/** A part of a page, named by its heading. */
export function Part({ id, title, hint, children }: Props) {
    return (
        <section id={id} className="page-part" aria-labelledby={`${id}-heading`}>
            <h2 id={`${id}-heading`}>{title}</h2>
            {hint !== undefined && <p className="hint">{hint}</p>}
            {children}
        </section>
    );
}
