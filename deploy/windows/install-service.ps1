<#
.SYNOPSIS
  Installs, updates or removes AccessBridge as a Windows service. Run it as administrator; running it again changes nothing that is right.
.EXAMPLE
  .\install-service.ps1 -Program 'C:\Program Files\AccessBridge\accessbridge.exe' -Site 'C:\ProgramData\AccessBridge\site.json'
.EXAMPLE
  .\install-service.ps1 -Uninstall
#>
[CmdletBinding(SupportsShouldProcess)]
param(
  [string] $Program = "$env:ProgramFiles\AccessBridge\accessbridge.exe",
  [string] $Site = "$env:ProgramData\AccessBridge\site.json",
  [switch] $Uninstall
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$name = 'AccessBridge'
$account = "NT SERVICE\$name"
$existing = Get-Service -Name $name -ErrorAction SilentlyContinue

function Invoke-Sc {
  & sc.exe @args | Out-Null
  if ($LASTEXITCODE -ne 0) { throw "sc.exe $($args -join ' ') failed with $LASTEXITCODE" }
}

if ($Uninstall) {
  if ($existing -and $PSCmdlet.ShouldProcess($name, 'Stop and remove the service')) {
    if ($existing.Status -ne 'Stopped') { Stop-Service -Name $name }
    Invoke-Sc delete $name
    Write-Output "$name is removed. Its data and site file are left where they are."
  }
  elseif (-not $existing) {
    Write-Output "$name is not installed."
  }
  return
}

if (-not (Test-Path -LiteralPath $Program)) { throw "The program is not there: $Program" }
if (-not (Test-Path -LiteralPath $Site)) { throw "The site file is not there: $Site" }
# Only the service and administrators may read the site file's folder afterwards, so it must be a folder of its own.
$folder = Split-Path -Parent (Resolve-Path -LiteralPath $Site)
if ($folder -in @("$env:SystemDrive\", $env:ProgramData, $env:ProgramFiles, $env:windir, $env:USERPROFILE)) {
  throw "Put the site file into a folder of its own, not into $folder."
}
& $Program validate --site $Site
if ($LASTEXITCODE -ne 0) { throw 'The site file is refused; nothing was installed.' }

if (-not $PSCmdlet.ShouldProcess($name, 'Install or update the service')) { return }

$command = "`"$Program`" run --site `"$Site`""
if (-not $existing) {
  New-Service -Name $name -BinaryPathName $command -DisplayName 'AccessBridge' -StartupType Automatic `
    -Description "Makes the building's doors follow its lobby's admission procedure." | Out-Null
}

# A virtual account of its own: no password, no rights beyond its folders.
$configuration = Get-CimInstance -ClassName Win32_Service -Filter "Name='$name'"
$change = @{ PathName = $command; StartName = $account; StartMode = 'Automatic' }
$changed = Invoke-CimMethod -InputObject $configuration -MethodName Change -Arguments $change
if ($changed.ReturnValue -ne 0) { throw "The service could not be changed: $($changed.ReturnValue)" }

# Start again after a crash: at once, after 5 s, then every 30 s; the count begins anew after a day. A refused site file also ends the
# process, so the event log shows the same error every 30 s until somebody corrects the file.
Invoke-Sc failure $name reset= 86400 actions= restart/1000/restart/5000/restart/30000
Invoke-Sc failureflag $name 1

# SYSTEM and the administrators by their numbers: their names differ with the language of Windows.
& icacls.exe $folder /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' "${account}:(OI)(CI)M" | Out-Null
if ($LASTEXITCODE -ne 0) { throw "The rights of $folder could not be set." }

if ((Get-Service -Name $name).Status -eq 'Running') { Restart-Service -Name $name } else { Start-Service -Name $name }
Write-Output "$name runs as $account with $Site."
