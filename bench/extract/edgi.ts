export function measureEdgi(): void {}
