import { env } from "node:process";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The address of a running server, for `npm run dev`.
const server = env["TAMEEL_SERVER"] ?? "http://127.0.0.1:8080";

export default defineConfig({
    plugins: [react()],
    build: {
        target: "es2022",
        // Inlined files would be data: addresses, which the content security policy refuses.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: {
            output: {
                manualChunks: (id) =>
                    /node_modules\/(react|react-dom|scheduler)\//.test(id) ? "react" : undefined,
            },
        },
    },
    server: { proxy: { "/api": server, "/sdmx": server } },
    preview: { proxy: { "/api": server, "/sdmx": server } },
});
