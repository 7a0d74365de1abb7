/** Paper has no buttons: whatever is folded is opened while the page is printed. */
export function openForPrint(): void {
    let opened: HTMLDetailsElement[] = [];
    window.addEventListener("beforeprint", () => {
        opened = [...document.querySelectorAll<HTMLDetailsElement>("details.prints:not([open])")];
        for (const details of opened) details.open = true;
    });
    window.addEventListener("afterprint", () => {
        for (const details of opened) details.open = false;
    });
}
