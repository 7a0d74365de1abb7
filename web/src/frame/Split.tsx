export interface Share {
    name: string;
    value: number;
    tone: string;
}

/** Parts of one whole as one bar; the words for it stand beside it. */
export function Split({ shares, label }: { shares: Share[]; label: string }) {
    return (
        <div className="split" role="img" aria-label={label}>
            {shares
                .filter(({ value }) => value > 0)
                .map(({ name, value, tone }) => (
                    <span key={name} data-tone={tone} style={{ flexGrow: value }} />
                ))}
        </div>
    );
}
