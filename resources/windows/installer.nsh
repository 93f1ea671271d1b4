; What the installer does beside electron-builder's own steps. All of it in the user's part of the registry (SHCTX).

; Offered under "Open with" for files that are not ours; OpenWithProgids never changes what a double click does.
!macro palimpsestOpenWith EXT
  WriteRegNone SHCTX "Software\Classes\.${EXT}\OpenWithProgids" "Palimpsest.Other"
!macroend
!macro palimpsestNoOpenWith EXT
  DeleteRegValue SHCTX "Software\Classes\.${EXT}\OpenWithProgids" "Palimpsest.Other"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.${EXT}\OpenWithProgids"
!macroend

; A folder that is on every user's PATH since Windows 10: the command line is a batch file there, because cmd.exe waits for
; a windowed program only inside one.
!define PALIMPSEST_COMMAND "$LOCALAPPDATA\Microsoft\WindowsApps\palimpsest.cmd"

!macro customInstall
  WriteRegStr SHCTX "Software\Classes\Palimpsest.Other" "" "Palimpsest"
  WriteRegStr SHCTX "Software\Classes\Palimpsest.Other\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\Palimpsest.Other\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro palimpsestOpenWith "html"
  !insertmacro palimpsestOpenWith "htm"
  !insertmacro palimpsestOpenWith "mhtml"
  !insertmacro palimpsestOpenWith "mht"
  !insertmacro palimpsestOpenWith "warc"
  !insertmacro palimpsestOpenWith "wacz"
  !insertmacro palimpsestOpenWith "opml"
  ; cmd.exe reads a batch file in another character set than the one it is written in: a person's name in the path would be
  ; lost. So the folder that has the name in it is called by its variable.
  StrLen $0 $LOCALAPPDATA
  StrCpy $1 $INSTDIR $0
  StrCpy $2 $INSTDIR
  ${If} $1 == $LOCALAPPDATA
    StrCpy $1 $INSTDIR "" $0
    StrCpy $2 "%LOCALAPPDATA%$1"
  ${EndIf}
  ; Installed for everybody, there is no such folder: bin\palimpsest.cmd in the application's own serves then.
  ClearErrors
  FileOpen $0 "${PALIMPSEST_COMMAND}" w
  ${IfNot} ${Errors}
    FileWrite $0 '@"$2\${APP_EXECUTABLE_FILENAME}" --log-level=3 --command-line -- %*$\r$\n'
    FileClose $0
  ${EndIf}
!macroend

!macro customUnInstall
  DeleteRegKey SHCTX "Software\Classes\Palimpsest.Other"
  !insertmacro palimpsestNoOpenWith "html"
  !insertmacro palimpsestNoOpenWith "htm"
  !insertmacro palimpsestNoOpenWith "mhtml"
  !insertmacro palimpsestNoOpenWith "mht"
  !insertmacro palimpsestNoOpenWith "warc"
  !insertmacro palimpsestNoOpenWith "wacz"
  !insertmacro palimpsestNoOpenWith "opml"
  Delete "${PALIMPSEST_COMMAND}"
!macroend
