import type { AnchorHTMLAttributes, ReactNode } from "react";
import { Link, useSearchParams } from "react-router-dom";

import { kept } from "./useMoment";

/** The address of another page of ours, seen at the same moment and in the same language. */
export function usePlace(): (path: string) => string {
    const [search] = useSearchParams();
    return (path) => {
        const [address = "", part] = path.split("#");
        const [place = "", own = ""] = address.split("?");
        const carried = new URLSearchParams(own);
        for (const name of kept) {
            const value = search.get(name);
            if (value !== null && !carried.has(name)) carried.set(name, value);
        }
        const text = carried.toString();
        return `${place}${text === "" ? "" : `?${text}`}${part === undefined ? "" : `#${part}`}`;
    };
}

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
    to: string;
    children: ReactNode;
}

export function PlaceLink({ to, ...rest }: Props) {
    return <Link to={usePlace()(to)} {...rest} />;
}
