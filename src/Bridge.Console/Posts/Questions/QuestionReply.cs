namespace Bridge.Console.Posts.Questions;

/// <summary>What can be answered.</summary>
public enum QuestionReply
{
    Yes,
    No,

    /// <summary>Not now.</summary>
    Later,

    /// <summary>Somebody comes down.</summary>
    Coming,

    /// <summary>The household could not be reached.</summary>
    NobodyAnswers,
}
