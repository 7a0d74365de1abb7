import { useEffect } from "react";
import { useLocation } from "react-router-dom";

/** Opens what is folded around an element, goes there, and lets the keyboard go on from there. */
function arriveAt(id: string): void {
    const element = document.getElementById(id);
    if (element === null) return;
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (at instanceof HTMLDetailsElement) at.open = true;
    }
    element.scrollIntoView({ block: "start" });
    if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
}

/** The part that the address names is there only once the answer is: then the page goes to it. */
export function useHashArrival(isReady: boolean): void {
    const { hash, key } = useLocation();
    useEffect(() => {
        if (isReady && hash.length > 1) arriveAt(decodeURIComponent(hash.slice(1)));
    }, [isReady, hash, key]);
}
