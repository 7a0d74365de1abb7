import type { ReactNode } from "react";

interface Props {
    children: ReactNode;
    block?: boolean;
    className?: string;
}

/** Words of the plan and sentences of the server: they stay in English, whatever the page speaks. */
export function Printed({ children, block = false, className }: Props) {
    const Tag = block ? "p" : "span";
    return (
        <Tag lang="en" dir="ltr" className={className}>
            {children}
        </Tag>
    );
}
