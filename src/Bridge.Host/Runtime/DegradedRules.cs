using Bridge.Policy;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Runtime;

/// <summary>
/// What may still be decided while the journal cannot be written: what the building itself says, residents' own credentials, fire and time. What a
/// person asks for needs a record, and is refused until the disk is back. The rules in force at a start are part of what the building is; a reload
/// refuses by itself, because it must not be done by halves.
/// </summary>
public static class DegradedRules
{
    public static bool MayDecide(PolicyInput input) => input switch
    {
        PolicyInput.ContactSensed or PolicyInput.LockSensed or PolicyInput.OutputSensed or PolicyInput.RequestToExit
            or PolicyInput.TamperSensed or PolicyInput.LinkSensed or PolicyInput.AccessPointLinkSensed or PolicyInput.ReaderTrustSensed or PolicyInput.FireSensed => true,
        PolicyInput.CredentialPresented or PolicyInput.ReleaseEnded or PolicyInput.Tick or PolicyInput.BridgeStarted
            or PolicyInput.ConfigurationApplied => true,
        PolicyInput.CallTold or PolicyInput.RecordStored or PolicyInput.SecurityNoticed => true,

        // How one ended is what the building says; only to open one is a person's wish.
        PolicyInput.ReaderEnrolment enrolment => enrolment.Step != EnrolmentStep.Started,
        PolicyInput.ModeRequested or PolicyInput.LockoutReset or PolicyInput.FireAcknowledged or PolicyInput.ClockAccepted => false,

        // Whatever speaks for a person has to be remembered before it opens.
        PolicyInput.CaseActed or PolicyInput.RequestActed or PolicyInput.GateActed or PolicyInput.TourActed or PolicyInput.AlertActed or PolicyInput.AlarmActed => false,
        _ => throw new System.Diagnostics.UnreachableException($"No rule for {input.GetType().Name}."),
    };
}
