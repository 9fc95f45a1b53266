; Installs for the person who runs it, without administrator rights. The shop's data live elsewhere and are never touched.
; makensis -DVERSION=1.2.3 installer/okaeri.nsi
Unicode true
!include "MUI2.nsh"
!include "LogicLib.nsh"

!ifndef VERSION
  !define VERSION "0.0.0"
!endif
!define NAME "Okaeri"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

Name "${NAME}"
OutFile "..\dist\Okaeri-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true

!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\Okaeri.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Japanese"
!insertmacro MUI_LANGUAGE "English"

LangString KEEPS_DATA ${LANG_JAPANESE} "お店のデータはそのまま残ります。"
LangString KEEPS_DATA ${LANG_ENGLISH} "The shop's data stay where they are."
LangString IS_RUNNING ${LANG_JAPANESE} "「おかえり」が開いています。閉じてから、もう一度お試しください。"
LangString IS_RUNNING ${LANG_ENGLISH} "Okaeri is open. Please close it and try again."

!macro REFUSE_WHILE_RUNNING
  ${If} ${FileExists} "$INSTDIR\Okaeri.exe"
    ; Windows lets nobody write to a program that is running.
    ClearErrors
    FileOpen $0 "$INSTDIR\Okaeri.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "$(IS_RUNNING)"
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section "Okaeri"
  !insertmacro REFUSE_WHILE_RUNNING
  ; An update must not leave modules of the version before.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "..\dist\Okaeri\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\Okaeri.exe"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\Okaeri.exe"
  WriteRegStr HKCU "Software\${NAME}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\Okaeri.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !insertmacro REFUSE_WHILE_RUNNING
  DetailPrint "$(KEEPS_DATA)"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\Okaeri.exe"
  Delete "$INSTDIR\okaeri-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\${NAME}"
SectionEnd
