@"%~dp0..\Palimpsest.exe" --log-level=3 --command-line -- %*
