@echo off
rem Weighbridge for people, on Windows: the same as the file "weighbridge" beside it, which has the reasons.
setlocal
set "caller=%CD%"
cd /d "%~dp0"
set "built=target\launcher"
set "main=weighbridge.cli.Weighbridge"

set "java="
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java goto nojava
if not exist "%java%" goto nojava

if not exist "%built%\stamp" goto build
powershell -NoProfile -Command "$made = (Get-Item '%built%\stamp').LastWriteTime; $newer = Get-ChildItem -Recurse -Path pom.xml, src\main, src\test\java\weighbridge\simulation, src\test\resources\*.* | Where-Object { $_.LastWriteTime -gt $made }; if ($newer) { exit 1 }"
if errorlevel 1 goto build
set /p last=<"%built%\jdk"
for /f "tokens=1" %%v in ("%last%") do set "version=%%v"
if not "%last%"=="%version% %java%" call :jdk || exit /b 1
goto start

:build
call :jdk || exit /b 1
if exist target\classes (echo Building ... 1>&2) else (echo Building. The first time this fetches libraries and takes some minutes ... 1>&2)
if exist "%built%" rmdir /s /q "%built%"
mkdir "%built%"
type nul >"%built%\begun"
call mvnw.cmd -q -B -ntp -Plauncher process-test-classes <nul 1>&2
if errorlevel 1 (
    echo The build failed: see above 1>&2
    exit /b 1
)
"%java%" -XX:ArchiveClassesAtExit=%built%\command.jsa @%built%\command.args weighbridge.cli.Rehearsal <nul >"%built%\archive.log" 2>&1
if errorlevel 1 if exist "%built%\command.jsa" del /f "%built%\command.jsa"
>"%built%\jdk" echo %version% %java%
move /y "%built%\begun" "%built%\stamp" >nul

:start
set "run="
if "%~1"=="run" set "run=yes"
if "%~1"=="steady" set "run=yes"
if "%~1"=="capacity" set "run=yes"
for %%a in (%*) do (
    if "%%~a"=="-h" set "run="
    if "%%~a"=="--help" set "run="
)
if not defined run goto command
set "newer="
if %version% geq 24 set "newer=@%built%\run-24.args"
"%java%" %newer% @%built%\run.args "-Dweighbridge.caller=%caller%" %main% %*
exit /b %errorlevel%

:command
"%java%" -Xshare:auto -XX:SharedArchiveFile=%built%\command.jsa -Xlog:cds=off -Xlog:cds+dynamic=off @%built%\command.args "-Dweighbridge.caller=%caller%" %main% %*
exit /b %errorlevel%

:nojava
echo java: found none; allowed: a JDK 17 or newer; fix: install one, or let JAVA_HOME name one 1>&2
exit /b 1

rem Sets "version" to the number of this JDK, such as 17.
:jdk
set "version=0"
for /f "tokens=3" %%v in ('""%java%" -version 2^>^&1 ^| findstr version"') do for /f "tokens=1 delims=.-" %%n in ("%%~v") do set "version=%%n"
if %version% geq 17 exit /b 0
echo java: found version %version% at %java%; allowed: a JDK 17 or newer; fix: install one, or let JAVA_HOME name one 1>&2
exit /b 1
