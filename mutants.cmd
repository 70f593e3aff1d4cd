@cd /d "%~dp0" && dotnet run --project simulators/Bridge.Simulators.Cli -v q -- mutants %*
