export function compareGrowth(): void {}
