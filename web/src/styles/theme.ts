import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** The one accent colour; styles/tokens.css has the same steps as variables. */
const petrol: MantineColorsTuple = [
    "#eaf5f8",
    "#d5e7ec",
    "#a9cfda",
    "#7ab6c7",
    "#55a1b7",
    "#3e94ad",
    "#2f8ea9",
    "#1d7a94",
    "#0f5468",
    "#084353",
];

export const theme = createTheme({
    colors: { petrol },
    primaryColor: "petrol",
    primaryShade: { light: 8, dark: 3 },
    defaultRadius: "sm",
    cursorType: "pointer",
});
