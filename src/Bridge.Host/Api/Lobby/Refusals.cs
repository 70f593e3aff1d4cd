using System.Text.Json;
using Bridge.Policy.Admission;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bridge.Host.Api.Lobby;

/// <summary>The policy's refusals as problems: one code each, and what is missing where something is.</summary>
internal static class Refusals
{
    /// <summary>As programs read it: no_answer_proof_missing.</summary>
    public static string Code(Refusal refusal) => JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.ToString());

    /// <summary>As the desk may know it: a barred resident is the team lead's matter.</summary>
    public static string CodeForDesk(Refusal refusal) => Code(refusal == Refusal.ResidentBarred ? Refusal.ResidentNotActive : refusal);

    /// <summary>No screen of ours offers this: a program that asks for it is not telling the truth about what it was shown.</summary>
    public static bool IsLie(Refusal refusal) => refusal is Refusal.WrongDoor or Refusal.EvidenceMissing or Refusal.NoAnswerProofMissing or Refusal.RecordNotStored
        or Refusal.ClearanceRouteRequired or Refusal.OwnRequest or Refusal.WrongParty or Refusal.NotYourLobby or Refusal.NotYourRole;

    public static ProblemHttpResult Answer(Refusal refusal, CaseState? one, TimeSpan now)
    {
        var status = refusal switch
        {
            Refusal.UnknownCase or Refusal.NotYourLobby => StatusCodes.Status404NotFound,
            Refusal.NotYourRole or Refusal.WrongParty or Refusal.OwnRequest => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status409Conflict,
        };
        if (status == StatusCodes.Status404NotFound)
        {
            return Answers.NotFound();
        }

        var extensions = new Dictionary<string, object?> { ["code"] = Code(refusal) };
        if (one is not null && refusal is Refusal.EvidenceMissing or Refusal.EvidenceExpired)
        {
            extensions["missing"] = AdmissionQueries.Missing(one!, now).Select(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())).ToArray();
        }

        return TypedResults.Problem("The procedure does not allow this now.", statusCode: status, type: $"urn:accessbridge:{Code(refusal)}", extensions: extensions);
    }
}
